"""Authlib's OAuth 2 server for Flask with the grants that its documentation shows, and models in memory."""

import sys
import time
from types import SimpleNamespace

from authlib.integrations.flask_oauth2 import AuthorizationServer, ResourceProtector
from authlib.oauth2 import OAuth2Error
from authlib.oauth2.rfc6749 import grants, list_to_scope, scope_to_list
from authlib.oauth2.rfc6749.models import AuthorizationCodeMixin, ClientMixin, TokenMixin
from authlib.oauth2.rfc6750 import BearerTokenValidator
from authlib.oauth2.rfc7009 import RevocationEndpoint
from flask import Flask, jsonify, request
from werkzeug.serving import WSGIRequestHandler, run_simple

app = Flask(__name__)
app.config['OAUTH2_REFRESH_TOKEN_GENERATOR'] = True

user = SimpleNamespace(id=1, get_user_id=lambda: 1)
clients, codes, tokens, refreshable = {}, {}, {}, {}


class Client(SimpleNamespace, ClientMixin):
    token_lifetime = None

    def get_client_id(self):
        return self.client_id

    def get_default_redirect_uri(self):
        return self.redirect_uris[0] if self.redirect_uris else None

    def get_allowed_scope(self, scope):
        if not scope:
            return list_to_scope(self.default_scopes)
        return list_to_scope([word for word in scope.split() if word in self.default_scopes])

    def check_redirect_uri(self, redirect_uri):
        return redirect_uri in self.redirect_uris

    def check_client_secret(self, client_secret):
        return self.client_secret == client_secret

    def check_endpoint_auth_method(self, method, endpoint):
        return method in ('client_secret_post', 'client_secret_basic')

    def check_response_type(self, response_type):
        return response_type == 'code'

    def check_grant_type(self, grant_type):
        return grant_type in ('authorization_code', 'refresh_token')


class Code(SimpleNamespace, AuthorizationCodeMixin):
    def is_expired(self):
        return self.auth_time + 300 < time.time()

    def get_redirect_uri(self):
        return self.redirect_uri

    def get_scope(self):
        return self.scope


class Token(SimpleNamespace, TokenMixin):
    revoked = False

    def check_client(self, client):
        return self.client_id == client.client_id

    def get_scope(self):
        return self.scope

    def get_expires_in(self):
        return self.expires_in

    def is_expired(self):
        return self.issued_at + self.expires_in < time.time()

    def is_revoked(self):
        return self.revoked

    def get_user(self):
        return user

    def get_client(self):
        return clients.get(self.client_id)


def save_token(token, request):
    life = request.client.token_lifetime
    if life is not None:
        token['expires_in'] = life
    saved = Token(
        access_token=token['access_token'],
        refresh_token=token.get('refresh_token'),
        scope=token.get('scope', ''),
        expires_in=token['expires_in'],
        issued_at=time.time(),
        client_id=request.client.client_id,
    )
    tokens[saved.access_token] = refreshable[saved.refresh_token] = saved


class AuthorizationCodeGrant(grants.AuthorizationCodeGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = ['client_secret_basic', 'client_secret_post']

    def save_authorization_code(self, code, request):
        payload = request.payload
        codes[code] = Code(
            code=code,
            client_id=request.client.client_id,
            redirect_uri=payload.redirect_uri,
            # The documentation of 1.6 stores the scope of the payload, which is the same there.
            scope=request.scope or '',
            auth_time=time.time(),
        )

    def query_authorization_code(self, code, client):
        found = codes.get(code)
        if found and found.client_id == client.client_id and not found.is_expired():
            return found

    def delete_authorization_code(self, authorization_code):
        codes.pop(authorization_code.code, None)

    def authenticate_user(self, authorization_code):
        return user


class RefreshTokenGrant(grants.RefreshTokenGrant):
    TOKEN_ENDPOINT_AUTH_METHODS = ['client_secret_basic', 'client_secret_post']
    INCLUDE_NEW_REFRESH_TOKEN = True

    def authenticate_refresh_token(self, refresh_token):
        token = refreshable.get(refresh_token)
        if token and not token.revoked:
            return token

    def authenticate_user(self, refresh_token):
        return user

    def revoke_old_credential(self, refresh_token):
        refresh_token.revoked = True


class Revocation(RevocationEndpoint):
    CLIENT_AUTH_METHODS = ['client_secret_post', 'client_secret_basic']

    def query_token(self, token_string, token_type_hint):
        if token_type_hint == 'access_token':
            return tokens.get(token_string)
        if token_type_hint == 'refresh_token':
            return refreshable.get(token_string)
        return tokens.get(token_string) or refreshable.get(token_string)

    def revoke_token(self, token, request):
        token.revoked = True


class Validator(BearerTokenValidator):
    def authenticate_token(self, token_string):
        return tokens.get(token_string)


server = AuthorizationServer(app, query_client=clients.get, save_token=save_token)
server.register_grant(AuthorizationCodeGrant)
server.register_grant(RefreshTokenGrant)
server.register_endpoint(Revocation)
require_oauth = ResourceProtector()
require_oauth.register_token_validator(Validator())


@app.route('/oauth/authorize', methods=['POST'])
def authorize():
    confirmed = user if request.form.get('confirm') == 'yes' else None
    # As the documentation does: validate first, and answer with the error if that fails.
    try:
        grant = server.get_consent_grant(end_user=user)
    except OAuth2Error as error:
        return server.handle_error_response(request, error)
    return server.create_authorization_response(grant_user=confirmed, grant=grant)


@app.route('/oauth/token', methods=['POST'])
def issue_token():
    return server.create_token_response()


@app.route('/oauth/revoke', methods=['POST'])
def revoke_token():
    return server.create_endpoint_response('revocation')


@app.route('/resource')
@require_oauth()
def resource():
    return jsonify(id=user.id)


@app.route('/admin/clients/<path:client_id>', methods=['PUT', 'DELETE'])
def keep_client(client_id):
    if request.method == 'PUT':
        clients[client_id] = Client(**request.get_json())
        return '', 204
    clients.pop(client_id, None)
    for kept in (codes, tokens, refreshable):
        for value, one in list(kept.items()):
            if one.client_id == client_id:
                kept.pop(value, None)
    return '', 204


@app.route('/admin/lookup', methods=['POST'])
def lookup():
    value = request.get_json()['token']
    token = tokens.get(value) or refreshable.get(value)
    if token is None or token.revoked:
        return '', 404
    return jsonify(client_id=token.client_id, scope=' '.join(scope_to_list(token.scope) or []))


class QuietHandler(WSGIRequestHandler):
    # HTTP/1.0: this server leaves an unread body on a connection that is kept alive.
    def log_request(self, *args):
        pass


if __name__ == '__main__':
    run_simple('127.0.0.1', int(sys.argv[1]), app, threaded=True, request_handler=QuietHandler)
