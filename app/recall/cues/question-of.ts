import type { Memory } from '../../domain/memory/memory';
import { cueWords } from './cue-words';
import { ownMemoryWords } from './own-memory-words';

/**
 * The question a memory answered; null where the person brought it by themselves, where this version does not know the question,
 * and where its words are not there.
 */
export function questionOf({ cueId, ownCue }: Memory): string | null {
  if (ownCue) return ownCue.question;
  const { question } = cueId === null ? ownMemoryWords() : cueWords({ id: cueId });
  return question === ownMemoryWords().question ? null : question;
}
