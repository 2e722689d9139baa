import { type Consents, type Permits, withSaid } from '../../../app/domain/settings/consents';
import { CONSENT_VERSION } from '../../../app/recall/consent/consent';
import { NOW_MS } from '../../support/sample-entries';

/** The list of a person who said this once, of the present text unless told otherwise. */
export const said = (permits: Permits, textVersion = CONSENT_VERSION): Consents =>
  withSaid([], permits, { textVersion, atMs: NOW_MS });

/** A person who lets their face be read, and the readings be kept. */
export const AGREED = said({ face: true, readings: true });
