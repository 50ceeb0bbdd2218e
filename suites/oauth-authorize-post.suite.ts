import { defineSuite } from './define-suite.ts';

defineSuite('oauth_authorize_post');
