import { type PairWrap, type Secret, type Wrap, type WrapFacts, withNewKek, withSum, wrapContext } from '../wraps';
import { newPairUnder, wrapToPair } from './pairs';

/** A new way in: `root` (of `newRoot` or `rootToRewrap`), encrypted for a new pair of `secret`. See: [Note: Ways in] */
export const newWay = (secret: Secret, root: CryptoKey, createdMs: number): Promise<PairWrap> =>
  withNewKek(secret, createdMs, async (head, kek) => {
    const factsWith = (publicKey: PairWrap['publicKey']) => ({ ...head, version: 2, publicKey }) as const;
    const pair = await newPairUnder(kek, (publicKey) => wrapContext(factsWith(publicKey)));
    return sealed({ ...factsWith(pair.publicKey), ...pair }, root);
  });

/** The same way in, to another root. It takes no secret. */
export const wayTo = (way: PairWrap, root: CryptoKey): Promise<PairWrap> => sealed(way, root);

/** Whether a way can be carried over to another root. */
export const isPaired = (wrap: Wrap): wrap is PairWrap => wrap.version === 2;

async function sealed(way: Omit<PairWrap, 'iv' | 'wrapped' | 'ephemeral' | 'sum'>, root: CryptoKey): Promise<PairWrap> {
  const facts: WrapFacts = way;
  return withSum({ ...way, ...(await wrapToPair(root, way.publicKey, wrapContext(facts))) });
}
