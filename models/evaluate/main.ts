import { writeFileSync } from 'node:fs';
import { InputError } from '../tools/input-error';
import { requireWritable } from '../tools/output';
import { parseEvaluateArguments } from './arguments';
import { evaluate } from './evaluation';
import { evaluateGroups } from './groups/evaluate-groups';
import { groupsReport } from './groups/report';
import { reportOf } from './report';
import { evaluateRobustness } from './robustness/evaluate-robustness';
import { robustnessReport } from './robustness/report';
import { evaluateSameFace } from './same-face/evaluate-same-face';
import { sameFaceReport } from './same-face/report';
import { readSet } from './sets/read-set';
import { setReport } from './sets/report';
import { setFigures } from './sets/set-figures';
import { evaluateStates } from './states/evaluate-states';
import { statesReport } from './states/report';
import { readCodedPairs } from './units/coded-pairs';
import { evaluateUnits, unitsReport } from './units/evaluate-units';
import { FALSE_UNITS_HEAD, falseUnits, falseUnitsRow } from './units/false-units';

/** `npm run evaluate`: the shipped expression model on labelled faces, against the baseline. See README.md here. */
async function main(args: readonly string[]): Promise<number> {
  try {
    const asked = parseEvaluateArguments(args);
    if (asked.jsonPath !== null) requireWritable(asked.jsonPath);
    const write = (found: object): void => {
      if (asked.jsonPath !== null) writeFileSync(asked.jsonPath, `${JSON.stringify(found, null, 1)}\n`);
    };
    if ('states' in asked) {
      const found = await evaluateStates(asked.states);
      console.log(statesReport(found));
      write(found);
      return 0;
    }
    if ('robustness' in asked) {
      const found = await evaluateRobustness(asked.robustness, onProgress);
      console.log(robustnessReport(found));
      write(found);
      return 0;
    }
    if ('groups' in asked) {
      const found = await evaluateGroups(asked.groups, onProgress);
      console.log(groupsReport(found));
      write(found);
      return 0;
    }
    if ('set' in asked) {
      const { pictures, unreadable } = await readSet(asked.folder, asked.set, onProgress);
      const found = setFigures(pictures);
      console.log([setReport(asked.set, found), ...unreadable].join('\n'));
      write(found);
      return 0;
    }
    if ('sameFace' in asked) {
      const found = await evaluateSameFace(asked.sameFace, onProgress);
      console.log(sameFaceReport(found));
      write(found);
      return 0;
    }
    if ('units' in asked) {
      const found = await evaluateUnits(readCodedPairs(asked.units), asked.backend);
      console.log(unitsReport(found));
      write(found);
      return 0;
    }
    if ('quietClips' in asked) {
      console.log(FALSE_UNITS_HEAD);
      const found = await falseUnits(asked.quietClips, asked.backend, (one) => console.log(falseUnitsRow(one)));
      write(found);
      return 0;
    }
    const evaluation = await evaluate(asked, onProgress);
    console.log(reportOf(evaluation, asked));
    write(evaluation.result);
    return 0;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    console.error(`evaluate: ${error.message}`);
    return 2;
  }
}

function onProgress(done: number, of: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${of} faces${done === of ? '\n' : ''}`);
}

process.exitCode = await main(process.argv.slice(2));
