import type { FittedConstants } from './constants.ts';
import type { EstimatorModel, EstimatorPrecision } from './estimate.ts';
import type { OpenMachine } from './open-machine.ts';
import type { TeraOpsByClass } from './tera-ops.ts';

/** What a view needs for any estimate: records without what arithmetic does not read. */
export interface EstimatorView {
  models: (EstimatorModel & { liveBench: number | null })[];
  precisions: EstimatorPrecision[];
  machines: OpenMachine[];
  fitted: {
    nodes: FittedConstants['nodes'];
    machines: FittedConstants['machines'];
  };
  teraOps: TeraOpsByClass;
  /** Measured values that the constants were fitted on. */
  measuredRows: number;
}
