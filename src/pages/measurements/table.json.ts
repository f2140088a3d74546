import { measurementTable } from '../../data/measurements.ts';

/** The rows behind the table of `/measurements/`, packed; programs take `/api/v1/measurements.json`. */
export async function GET() {
  return Response.json(await measurementTable());
}
