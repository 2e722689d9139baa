/** A share with how sure it is. */
export interface Share {
  /** 0..1. */
  readonly share: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** What it is a share of: 1 or more. */
  readonly n: number;
}

/** The 97.5 % quantile of the standard normal distribution. */
const Z_975 = 1.959963984540054;

/**
 * `count` of `n` >= 1 as a share, with the score interval of Wilson (1927, JASA 22:209), which keeps within 0..1 and has a width even
 * where the share is 0.
 *
 * @example wilsonInterval(3, 10) // { share: 0.3, low: 0.1078, high: 0.6032, n: 10 }
 */
export function wilsonInterval(count: number, n: number): Share {
  const share = count / n;
  const z2 = Z_975 * Z_975;
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n);
  const halfWidth = (Z_975 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  return { share, low: Math.max(0, centre - halfWidth), high: Math.min(1, centre + halfWidth), n };
}
