import {
  allowExact,
  headSupported,
  notAllowedAllow,
  undocumentedNotAllowed,
  undocumentedRefused,
} from '../../../checks/method/rules.ts';
import type { OperationId } from '../../../spec/operation-ids.ts';
import type { PlainAnswer, PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import { clientPath, refusal } from '../samples.ts';

const asked = (
  method: string,
  answer: PlainAnswer,
  operation: OperationId = 'oauth_client_post',
  more: Partial<PlainAttempt> = {},
): PlainAttempt => ({ operation, method, aspect: 'method', expectation: 'refuse', answer, ...more });
const notAllowed = (allow: string | readonly string[]): PlainAnswer => ({ status: 405, headers: { allow } });

describeRule(undocumentedRefused, {
  passes: {
    'a 405': asked('DELETE', notAllowed('POST')),
    'a 404': asked('PATCH', refusal(404)),
  },
  violates: {
    'a 200': [asked('GET', { status: 200, body: [] }), 'status'],
    'a redirect': [asked('GET', { status: 302 }), 'status'],
    'an accepted HEAD where there is no GET': [asked('HEAD', { status: 200 }), 'status'],
    'an accepted TRACE': [asked('TRACE', { status: 200 }), 'status'],
  },
  passesOver: {
    OPTIONS: asked('OPTIONS', { status: 204 }),
    'HEAD where there is GET': asked('HEAD', { status: 200 }, 'oauth_idp_login_get'),
    'a method that another operation has on the path': asked(
      'PUT',
      { status: 200 },
      'oauth_client_client_id_get',
    ),
    'another aspect': { ...asked('POST', { status: 200 }), aspect: 'input' },
  },
});

describeRule(headSupported, {
  passes: {
    'a HEAD as GET': asked('HEAD', { status: 302 }, 'oauth_idp_login_get'),
    'a HEAD of what is not there': asked('HEAD', { status: 404 }, 'oauth_client_client_id_get'),
  },
  violates: {
    'a 405': [asked('HEAD', notAllowed('GET'), 'oauth_idp_login_get'), 'status'],
    'a 501': [asked('HEAD', { status: 501 }, 'oauth_client_client_id_get'), 'status'],
  },
  passesOver: {
    'HEAD where there is no GET': asked('HEAD', notAllowed('POST')),
    'another method': asked('PUT', notAllowed('GET'), 'oauth_idp_login_get'),
    'another aspect': { ...asked('HEAD', { status: 405 }, 'oauth_idp_login_get'), aspect: 'input' },
  },
});

describeRule(undocumentedNotAllowed, {
  passes: {
    'a 405': asked('DELETE', notAllowed('POST')),
    'a 501 to a method that few know': asked('PROPFIND', { status: 501 }),
  },
  violates: {
    'a 404': [asked('PUT', refusal(404)), 'status'],
    'a 400': [asked('PATCH', refusal(400)), 'status'],
    'a 501 to a common method': [asked('PUT', { status: 501 }), 'status'],
  },
  passesOver: {
    'a 404 to GET /oauth/client/list': asked('GET', refusal(404), 'oauth_client_list_post'),
    'a 400 to HEAD /oauth/client/list': asked('HEAD', { status: 400 }, 'oauth_client_list_post'),
    OPTIONS: asked('OPTIONS', { status: 404 }),
    'an accepted method, which violates another rule': asked('GET', { status: 200 }),
    'a 401 to somebody unknown': asked('GET', { status: 401 }, 'oauth_client_post', {
      credentials: { type: 'none' },
    }),
    'a limited rate': asked('GET', { status: 429 }),
  },
});

describeRule(notAllowedAllow, {
  passes: { Allow: asked('GET', notAllowed('POST')), 'an empty Allow': asked('GET', notAllowed('')) },
  violates: { 'no Allow': [asked('GET', { status: 405 }), 'header Allow'] },
  passesOver: { 'a 404': asked('GET', { status: 404 }) },
});

const onClient = (allow: string | readonly string[]): PlainAttempt =>
  asked('POST', notAllowed(allow), 'oauth_client_client_id_get', { path: clientPath });

describeRule(allowExact, {
  passes: {
    'the one method': asked('GET', notAllowed('POST')),
    'HEAD and OPTIONS, too': asked('POST', notAllowed('GET, HEAD, OPTIONS'), 'oauth_idp_login_get'),
    'several lines in any order': onClient(['DELETE,PUT', ' GET ']),
    'the methods of a client on its list': asked(
      'PATCH',
      notAllowed('DELETE, GET, POST, PUT'),
      'oauth_client_list_post',
    ),
  },
  violates: {
    'a method too many': [asked('GET', notAllowed('POST, PATCH')), 'header Allow'],
    'a method too few': [onClient('GET, PUT'), 'header Allow'],
    nothing: [asked('GET', notAllowed('')), 'header Allow'],
  },
  passesOver: {
    'no Allow, which violates another rule': asked('GET', { status: 405 }),
    'another path': { ...asked('GET', notAllowed('PATCH')), aspect: 'path' },
  },
});
