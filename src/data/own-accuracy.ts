import { judgeRows, reportOf } from '../core/estimate/accuracy.ts';
import type { AccuracyQuantity, AccuracyReport, JudgedRow } from '../core/estimate/accuracy.ts';
import { formulaErrors } from '../core/estimate/accuracy-view.ts';
import { readConstants } from '../core/estimate/constants.ts';
import type { FittedConstants } from '../core/estimate/constants.ts';
import { estimateRecords, fitEverything, fitGgufBits } from '../core/estimate/fit-constants.ts';
import type { EstimatorData } from '../core/estimate/fit-constants.ts';
import { nameIndexes } from '../core/measurements.ts';
import type { NameIndexes } from '../core/measurements.ts';
import type { Records } from '../schema/collections.ts';
import type { MemoryMeasurement } from '../schema/measurement.ts';
import { byHeldOut, judged } from './accuracy-report.ts';

/** The estimates on our own measurements, none by constants that saw the row. */
export interface OwnAccuracy {
  reports: Record<AccuracyQuantity, AccuracyReport>;
  judged: JudgedRow[];
  /** The harder split, where there is one: machines never fitted for speeds, sources never fitted for files. */
  strangers: Partial<Record<AccuracyQuantity, AccuracyReport>>;
  formulas: ReturnType<typeof formulaErrors>;
  fitted: FittedConstants;
  indexes: NameIndexes;
}

const known = new WeakMap<Records['speedMeasurements'], OwnAccuracy>();

/** Fits anew, which takes seconds, and therefore once for the same measurements. */
export function ownAccuracy(records: Records): OwnAccuracy {
  const found = known.get(records.speedMeasurements) ?? make(records);
  known.set(records.speedMeasurements, found);
  return found;
}

function make(records: Records): OwnAccuracy {
  const indexes = nameIndexes(records);
  const data: EstimatorData = { ...records, indexes };
  const fitted = readConstants(records['engine-constants']);
  const own = {
    speed: [...records.speedMeasurements.values()],
    memory: [...records.memoryMeasurements.values()],
  };
  const { heldOut } = fitEverything(data, own);
  const { reports, judged: rows } = judged(data, fitted, own, byHeldOut(heldOut.bySource, fitted));
  const machines = judged(data, fitted, { ...own, memory: [] }, byHeldOut(heldOut.byMachine, fitted));
  const { decode, prefill, throughput } = machines.reports;
  return {
    reports,
    judged: rows,
    strangers: { decode, prefill, throughput, weightsFile: filesOfStrangers(data, own.memory) },
    formulas: formulaErrors(heldOut.bySource),
    fitted,
    indexes,
  };
}

/** Files of each source by bits of a weight that were fitted on the files of the other sources. */
function filesOfStrangers(data: EstimatorData, memory: readonly MemoryMeasurement[]): AccuracyReport {
  const files = memory.filter(({ subject }) => subject === 'file');
  const parts = [...Map.groupBy(files, ({ source }) => source)].map(([source, rows]) => {
    const bits = fitGgufBits(
      files.filter((row) => row.source !== source),
      data,
    );
    return judgeRows({ speed: [], memory: rows }, estimateRecords(data, bits), () => {
      throw new Error('权重文件的估算不用速度的常数');
    });
  });
  return reportOf(
    parts.flatMap((part) => part.judged),
    parts.flatMap((part) => part.notCovered.weightsFile),
  );
}
