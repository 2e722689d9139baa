import type { FrameReading } from '../../../app/domain/face/face-reading';
import type { FaceReader } from '../../../app/vision/reader';
import type { Participant } from './participant';
import { momentAt, type Script } from './script';

/** What is kept of a recall: ten readings a second. */
const EVERY_MS = 100;

/** Shows a script to the reader, picture by picture, and tells what it read. The same each time, because no clock is in it. */
export async function perform(
  participant: Participant,
  reader: Pick<FaceReader, 'read' | 'reset'>,
  script: Script,
): Promise<FrameReading[]> {
  await reader.reset();
  const readings: FrameReading[] = [];
  for (let tMs = 0; tMs < script.lengthMs; tMs += EVERY_MS) {
    const reading = await reader.read(participant.picture(momentAt(script, tMs)), tMs);
    if (!reading) throw new Error(`The picture at ${tMs} ms was dropped.`);
    readings.push(reading);
  }
  return readings;
}
