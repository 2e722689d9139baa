import { SOURCE_LANGUAGE } from '../../words/languages';
import { language } from '../../words/locale';

/** Has the words of all feelings there. In English a name is its own word, and nothing is fetched. Never rejects. */
export const allFeelingWords = async (): Promise<void> => {
  if (language() !== SOURCE_LANGUAGE) await import('../../words/report/more-feeling-words').catch(() => null);
};
