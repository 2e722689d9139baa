import { expect } from 'chai';
import { recallReadings } from '../../../app/charts/trace/recall-readings';
import { traceSeries } from '../../../app/charts/trace/trace-series';
import { endsOf, traceSummary, traceTable } from '../../../app/charts/trace/trace-words';
import { traceOf, turning } from '../traces';

const readings = recallReadings(traceOf([...turning(40), { tMs: 4_000, scores: null }]));
const series = traceSeries(readings, 45_000);

describe('traceSummary', () => {
  it('tells of shares, course and what was readable', () => {
    expect(traceSummary(series)).to.equal(
      'Over 45 seconds your face looked on average 35% neutral, 35% happy, and 30% sad; ' +
        'how pleasant it looked went from −0.60 to 0.70. It was readable in 98% of 41 readings.',
    );
  });

  it('speaks of one reading, too', () => {
    expect(
      endsOf(traceSeries(recallReadings(traceOf(turning(2).slice(1))), 100)).map((end) => end.toFixed(2)),
    ).to.deep.equal(['0.70', '0.70']);
  });
});

describe('traceTable', () => {
  it('has every reading as it was, and a dash where there was no face', () => {
    const { caption, columns, rows } = traceTable(readings);
    expect(caption).to.contain('41 readings');
    expect(columns).to.have.length(11);
    expect(rows).to.have.length(41);
    expect(rows[0]!.cells.slice(0, 7)).to.deep.equal(['0.0', 'yes', '−0.60', '40%', '0%', '0%', '60%']);
    expect(rows[40]!.cells.slice(0, 4)).to.deep.equal(['4.0', 'no', '–', '–']);
  });
});
