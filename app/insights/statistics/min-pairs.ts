/**
 * Fewest pairs for which a correlation is shown. Below it the interval of even a strong r = 0.6 reaches 0
 * (n = 10: -0.05 to 0.89), so a number would promise what it cannot hold.
 */
export const MIN_PAIRS = 10;
