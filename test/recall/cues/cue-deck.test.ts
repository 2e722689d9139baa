import { expect } from 'chai';
import { OWN_CUE, type OwnCue } from '../../../app/domain/memory/cue-choices';
import { CUE_VALENCES, DIRECTIONS, type Memory } from '../../../app/domain/memory/memory';
import { loadCueBooks } from '../../../app/recall/cues/cue-book';
import { CUE_DECK, CUE_THEMES, cueOf } from '../../../app/recall/cues/cue-deck';
import { cueWords, cueWordsReady } from '../../../app/recall/cues/cue-words';
import { ownMemoryWords } from '../../../app/recall/cues/own-memory-words';
import { questionOf } from '../../../app/recall/cues/question-of';

/** The ids that 0.1.0 stored with entries. */
const FIRST_IDS = [
  ...['laughter', 'managed', 'kindness', 'arrival', 'looking-forward', 'reunion', 'goodbye', 'quarrel', 'went-wrong'],
  ...['left-out', 'behind-you', 'letting-go', 'kitchen', 'way', 'morning', 'thing', 'this-time-tomorrow', 'errand'],
];

const own: OwnCue = { id: `${OWN_CUE}1`, valence: 'neutral', direction: 'past', question: 'Who had the blue bike?' };
const memory: Memory = {
  title: '',
  cueId: null,
  direction: 'past',
  when: null,
  specificity: null,
  selfRelevance: null,
  expectedValence: null,
  vividness: null,
};

describe('the cue deck', () => {
  it('is even: by theme, by valence, and one in three ahead', () => {
    expect(CUE_DECK.length).to.be.at.least(96);
    for (const theme of CUE_THEMES) {
      for (const valence of CUE_VALENCES) {
        const cues = CUE_DECK.filter((cue) => cue.theme === theme && cue.valence === valence);
        expect(DIRECTIONS.map((way) => cues.filter(({ direction }) => direction === way).length)).to.deep.equal([2, 1]);
      }
    }
  });

  it('has the questions of 0.1.0 still, and each id once', () => {
    const ids = CUE_DECK.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(ids).to.include.members(FIRST_IDS);
    expect(ids.filter((id) => id.startsWith(OWN_CUE))).to.deep.equal([]);
  });

  it('finds a question of the deck and of the person’s own', () => {
    expect(cueOf('goodbye', { own: [] })).to.include({ valence: 'negative', direction: 'past' });
    expect(cueOf(own.id, { own: [own] })).to.equal(own);
    expect(cueOf('a-cue-of-the-future', { own: [] })).to.equal(null);
    expect(cueOf(null, { own: [own] })).to.equal(null);
  });
});

describe('the words of cues', () => {
  it('ask an open question until they are there', () => {
    expect(cueWords({ id: 'goodbye' })).to.deep.equal(ownMemoryWords());
    expect(questionOf({ ...memory, cueId: 'goodbye' })).to.equal(null);
  });

  it('are a question and a line for each cue and for no other, none of them twice', async () => {
    await cueWordsReady();
    expect(Object.keys((await loadCueBooks('en')).CUE_BOOK)).to.have.members(CUE_DECK.map(({ id }) => id));
    const words = CUE_DECK.map(cueWords);
    for (const { question, invitation } of words) {
      expect(question).to.match(/^\p{Lu}[^?]*\?$/u);
      expect(question.length).to.be.at.most(65);
      expect(invitation).to.match(/^\p{Lu}.*[.?]$/u);
      expect(invitation.length).to.be.at.most(95);
    }
    expect(new Set(words.map(({ question }) => question)).size).to.equal(CUE_DECK.length);
    expect(new Set(words.flatMap(({ invitation }) => invitation)).size).to.equal(CUE_DECK.length);
  });

  it('leave a way out in every question that may hurt', () => {
    const hard = CUE_DECK.filter(({ valence }) => valence === 'negative').map((cue) => cueWords(cue).invitation);
    for (const line of hard) expect(line).to.match(/enough|as you like|whenever you want|leave (out )?the rest|\?$/);
  });

  it('ask what the person wrote, and an open question for a cue of another version', async () => {
    await cueWordsReady();
    expect(cueWords(own).question).to.equal(own.question);
    expect(cueWords({ id: 'a-cue-of-the-future' })).to.deep.equal(ownMemoryWords());
    expect(cueWords({ id: 'constructor' })).to.deep.equal(ownMemoryWords());
  });

  it('are told of a memory, also where a question of one’s own was removed', async () => {
    await cueWordsReady();
    expect(questionOf({ ...memory, cueId: 'goodbye' })).to.equal(cueWords({ id: 'goodbye' }).question);
    expect(questionOf({ ...memory, cueId: own.id, ownCue: own })).to.equal(own.question);
    expect(questionOf(memory)).to.equal(null);
    expect(questionOf({ ...memory, cueId: 'a-cue-of-the-future' })).to.equal(null);
  });
});
