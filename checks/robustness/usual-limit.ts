/** Milliseconds. Console users will not accept a longer wait, whatever the network path to the target. */
export const usualLimitMs = 2000;
