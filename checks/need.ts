/** What some rules need of a target and no contract asks for. A profile declares them by these names. */
export type Need = 'bearer' | 'refreshRotation' | 'identityProvider' | 'adfs';
