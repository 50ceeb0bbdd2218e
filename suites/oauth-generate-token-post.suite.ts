import { defineSuite } from './define-suite.ts';

defineSuite('oauth_generate_token_post');
