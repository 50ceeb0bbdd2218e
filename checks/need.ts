/** What some rules need from a target although no contract requires it. Profiles declare these names. */
export type Need = 'bearer' | 'refreshRotation' | 'identityProvider' | 'adfs';
