import { msg } from '@lit/localize';
import type { NamedFeeling } from '../../domain/report/feelings';
import type { FEELINGS } from '../../domain/report/report';
import { alsoFeelings } from './feeling-words';

/* Imported by what shows all feelings or entries that may have any of them. */

const moreWords = (): Readonly<Record<Exclude<NamedFeeling, (typeof FEELINGS)[number]>, string>> => ({
  amused: msg('amused'),
  playful: msg('playful'),
  curious: msg('curious'),
  eager: msg('eager'),
  inspired: msg('inspired'),
  hopeful: msg('hopeful'),
  confident: msg('confident'),
  alive: msg('alive'),
  awed: msg('awed'),
  surprised: msg('surprised'),
  cheerful: msg('cheerful'),
  delighted: msg('delighted'),
  peaceful: msg('peaceful'),
  safe: msg('safe'),
  tender: msg('tender'),
  touched: msg('touched'),
  trusting: msg('trusting'),
  satisfied: msg('satisfied'),
  rested: msg('rested'),
  close: msg('close'),
  settled: msg('settled'),
  afraid: msg('afraid'),
  annoyed: msg('annoyed'),
  frustrated: msg('frustrated'),
  jealous: msg('jealous'),
  embarrassed: msg('embarrassed'),
  overwhelmed: msg('overwhelmed'),
  restless: msg('restless'),
  tense: msg('tense'),
  disgusted: msg('disgusted'),
  shocked: msg('shocked'),
  guilty: msg('guilty'),
  bored: msg('bored'),
  disappointed: msg('disappointed'),
  discouraged: msg('discouraged'),
  empty: msg('empty'),
  numb: msg('numb'),
  helpless: msg('helpless'),
  homesick: msg('homesick'),
  grieving: msg('grieving'),
  regretful: msg('regretful'),
  hopeless: msg('hopeless'),
  listless: msg('listless'),
  lost: msg('lost'),
});

alsoFeelings(moreWords);
