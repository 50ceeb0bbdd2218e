import { defineSuite } from './define-suite.ts';

defineSuite('oauth_client_client_id_get');
