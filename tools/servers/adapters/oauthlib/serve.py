"""oauthlib's WebApplicationServer with the request validator that its tutorial describes, and models in memory."""

import sys
import time
from types import SimpleNamespace

from flask import Flask, Response, jsonify, request
from oauthlib.oauth2 import AccessDeniedError, FatalClientError, OAuth2Error, RequestValidator, WebApplicationServer
from werkzeug.serving import WSGIRequestHandler, run_simple

app = Flask(__name__)
user = SimpleNamespace(id=1)
clients, codes, tokens, refreshable = {}, {}, {}, {}


class Client(SimpleNamespace):
    token_lifetime = 3600


class Validator(RequestValidator):
    def validate_client_id(self, client_id, request):
        request.client = clients.get(client_id)
        return request.client is not None

    def validate_redirect_uri(self, client_id, redirect_uri, request):
        return redirect_uri in request.client.redirect_uris

    def get_default_redirect_uri(self, client_id, request):
        uris = request.client.redirect_uris
        return uris[0] if len(uris) == 1 else None

    def validate_scopes(self, client_id, scopes, client, request):
        return set(client.default_scopes).issuperset(scopes)

    def get_default_scopes(self, client_id, request):
        return request.client.default_scopes

    def validate_response_type(self, client_id, response_type, client, request):
        return response_type == 'code'

    def is_pkce_required(self, client_id, request):
        return False

    def get_code_challenge(self, code, request):
        return codes[code].challenge

    def get_code_challenge_method(self, code, request):
        return codes[code].challenge_method

    def save_authorization_code(self, client_id, code, request):
        codes[code['code']] = SimpleNamespace(
            client_id=client_id,
            redirect_uri=request.redirect_uri,
            scopes=request.scopes,
            expires=time.time() + 300,
            # Version 2 does not know of PKCE.
            challenge=getattr(request, 'code_challenge', None),
            challenge_method=getattr(request, 'code_challenge_method', None),
        )

    def client_authentication_required(self, request):
        return True

    def authenticate_client(self, request):
        client = clients.get(request.client_id)
        if client is None or client.client_secret != request.client_secret:
            return False
        request.client = client
        return True

    def validate_code(self, client_id, code, client, request):
        found = codes.get(code)
        if found is None or found.client_id != client_id or found.expires < time.time():
            return False
        request.user, request.scopes = user, found.scopes
        return True

    def confirm_redirect_uri(self, client_id, code, redirect_uri, client, request):
        return codes[code].redirect_uri == redirect_uri

    def validate_grant_type(self, client_id, grant_type, client, request):
        return grant_type in ('authorization_code', 'refresh_token')

    def save_bearer_token(self, token, request):
        saved = SimpleNamespace(
            client_id=request.client.client_id,
            scopes=token['scope'].split(),
            expires=time.time() + token['expires_in'],
            access_token=token['access_token'],
            refresh_token=token['refresh_token'],
        )
        if request.grant_type == 'refresh_token':
            forget(request.refresh_token)
        tokens[saved.access_token] = refreshable[saved.refresh_token] = saved

    def invalidate_authorization_code(self, client_id, code, request):
        codes.pop(code, None)

    def validate_refresh_token(self, refresh_token, client, request):
        found = refreshable.get(refresh_token)
        if found is None or found.client_id != client.client_id:
            return False
        request.user = user
        return True

    def get_original_scopes(self, refresh_token, request):
        return refreshable[refresh_token].scopes

    def validate_bearer_token(self, token, scopes, request):
        found = tokens.get(token)
        return found is not None and found.expires > time.time()

    def revoke_token(self, token, token_type_hint, request):
        forget(token)


def forget(value):
    """An access token goes alone; a refresh token takes its access token with it (RFC 7009 section 2.1)."""
    token = refreshable.pop(value, None)
    tokens.pop(value if token is None else token.access_token, None)


def lifetime(request):
    return request.client.token_lifetime


server = WebApplicationServer(Validator(), token_expires_in=lifetime)


def parts():
    # Insecure transport is refused by default; in front of this one is the gateway.
    return request.url.replace('http:', 'https:', 1), request.method, request.get_data(as_text=True), dict(request.headers)


def answer(headers, body, status):
    return Response(body or '', status=status, headers=headers)


@app.route('/oauth/authorize', methods=['POST'])
def authorize():
    uri, method, body, headers = parts()
    try:
        scopes, credentials = server.validate_authorization_request(uri, method, body, headers)
        if request.form.get('confirm') != 'yes':
            denied = AccessDeniedError(state=credentials.get('state'))
            denied.redirect_uri = credentials['redirect_uri']
            return Response('', status=302, headers={'Location': denied.in_uri(denied.redirect_uri)})
        return answer(*server.create_authorization_response(uri, method, body, headers, scopes, {'user': user}))
    except FatalClientError as error:
        return Response(error.json, status=error.status_code, headers={'Content-Type': 'application/json'})
    except OAuth2Error as error:
        return Response('', status=302, headers={'Location': error.in_uri(error.redirect_uri)})


@app.route('/oauth/token', methods=['POST'])
def issue_token():
    try:
        return answer(*server.create_token_response(*parts()))
    except OAuth2Error as error:
        # It raises what it finds before a grant is chosen, such as parameters in the query.
        return Response(error.json, status=error.status_code, headers={'Content-Type': 'application/json'})


@app.route('/oauth/revoke', methods=['POST'])
def revoke_token():
    return answer(*server.create_revocation_response(*parts()))


@app.route('/resource')
def resource():
    is_valid, _ = server.verify_request(*parts())
    return ('', 204) if is_valid else ('', 401)


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
    if token is None:
        return '', 404
    return jsonify(client_id=token.client_id, scope=' '.join(token.scopes))


class QuietHandler(WSGIRequestHandler):
    # HTTP/1.0: this server leaves an unread body on a connection that is kept alive.
    def log_request(self, *args):
        pass


if __name__ == '__main__':
    run_simple('127.0.0.1', int(sys.argv[1]), app, threaded=True, request_handler=QuietHandler)
