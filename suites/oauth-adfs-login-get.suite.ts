import { defineSuite } from './define-suite.ts';

defineSuite('oauth_adfs_login_get');
