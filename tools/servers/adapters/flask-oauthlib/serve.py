"""Flask-OAuthlib's OAuth 2 provider with the handlers that its documentation shows, and models in memory."""

import sys
from datetime import datetime, timedelta
from types import SimpleNamespace

from flask import Flask, jsonify, request
from flask_oauthlib.provider import OAuth2Provider
from werkzeug.serving import WSGIRequestHandler, run_simple

app = Flask(__name__)
# Named by the documentation of `error_uri`; without it the library looks for a page of its own name.
app.config['OAUTH2_PROVIDER_ERROR_URI'] = '/oauth/errors'
# The library calls it with its own request; the gateway asks for lifetimes of its generated tokens.
app.config['OAUTH2_PROVIDER_TOKEN_EXPIRES_IN'] = lambda request: request.client.token_lifetime
oauth = OAuth2Provider(app)

user = SimpleNamespace(id=1, username='admin')
clients, grants, tokens, refreshable = {}, {}, {}, {}


class Client(SimpleNamespace):
    client_type = 'confidential'
    token_lifetime = 3600
    # "If not available, all grant types": the documentation shows this list for clients with codes.
    allowed_grant_types = ['authorization_code', 'refresh_token']

    @property
    def default_redirect_uri(self):
        return self.redirect_uris[0] if self.redirect_uris else None


class Grant(SimpleNamespace):
    def delete(self):
        grants.pop((self.client_id, self.code), None)
        return self


class Token(SimpleNamespace):
    def delete(self):
        tokens.pop(self.access_token, None)
        refreshable.pop(self.refresh_token, None)
        return self


@oauth.clientgetter
def load_client(client_id):
    return clients.get(client_id)


@oauth.grantgetter
def load_grant(client_id, code):
    return grants.get((client_id, code))


@oauth.grantsetter
def save_grant(client_id, code, request, *args, **kwargs):
    # "decide the expires time yourself"
    grant = Grant(
        client_id=client_id,
        code=code['code'],
        redirect_uri=request.redirect_uri,
        scopes=list(request.scopes),
        user=user,
        expires=datetime.utcnow() + timedelta(seconds=100),
    )
    grants[(client_id, grant.code)] = grant
    return grant


@oauth.tokengetter
def load_token(access_token=None, refresh_token=None):
    if access_token:
        return tokens.get(access_token)
    return refreshable.get(refresh_token)


@oauth.tokensetter
def save_token(token, request, *args, **kwargs):
    # "make sure that every client has only one token connected to a user"
    for old in list(tokens.values()):
        if old.client_id == request.client.client_id and old.user is user:
            old.delete()
    expires_in = token.get('expires_in')
    saved = Token(
        access_token=token['access_token'],
        refresh_token=token['refresh_token'],
        token_type=token['token_type'],
        scopes=token['scope'].split(),
        expires=datetime.utcnow() + timedelta(seconds=expires_in),
        client_id=request.client.client_id,
        user=user,
    )
    tokens[saved.access_token] = refreshable[saved.refresh_token] = saved
    return saved


@app.route('/oauth/authorize', methods=['GET', 'POST'])
@oauth.authorize_handler
def authorize(*args, **kwargs):
    confirm = request.form.get('confirm', 'no')
    return confirm == 'yes'


@app.route('/oauth/token', methods=['POST'])
@oauth.token_handler
def access_token():
    return None


@app.route('/oauth/revoke', methods=['POST'])
@oauth.revoke_handler
def revoke_token():
    pass


@app.route('/resource')
@oauth.require_oauth()
def resource():
    return jsonify(username=request.oauth.user.username)


@app.route('/admin/clients/<path:client_id>', methods=['PUT', 'DELETE'])
def keep_client(client_id):
    if request.method == 'PUT':
        clients[client_id] = Client(**request.get_json())
        return '', 204
    clients.pop(client_id, None)
    # ON DELETE CASCADE, as the documentation's models declare for what belongs to a user.
    for grant in [one for one in list(grants.values()) if one.client_id == client_id]:
        grant.delete()
    for token in [one for one in list(tokens.values()) if one.client_id == client_id]:
        token.delete()
    return '', 204


@app.route('/admin/lookup', methods=['POST'])
def lookup():
    value = request.get_json()['token']
    token = load_token(access_token=value) or load_token(refresh_token=value)
    if token is None:
        return '', 404
    return jsonify(client_id=token.client_id, scope=' '.join(token.scopes))


class QuietHandler(WSGIRequestHandler):
    # HTTP/1.0: this server leaves an unread body on a connection that is kept alive.

    def log_request(self, *args):
        pass


if __name__ == '__main__':
    run_simple('127.0.0.1', int(sys.argv[1]), app, threaded=True, request_handler=QuietHandler)
