import { defineSuite } from './define-suite.ts';

defineSuite('oauth_token_post');
