import { defineSuite } from './define-suite.ts';

defineSuite('oauth_revoke_token_post');
