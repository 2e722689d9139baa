import type { ModelSpec } from '../../app/vision/runtime/models';
import entry from '../baseline/model.json' with { type: 'json' };

/** The converted model that ours is measured against; it does not ship with the app. */
export const BASELINE = entry as unknown as ModelSpec;
