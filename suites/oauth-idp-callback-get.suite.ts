import { defineSuite } from './define-suite.ts';

defineSuite('oauth_idp_callback_get');
