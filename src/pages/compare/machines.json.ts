import { compareEstimates } from '../../data/compare.ts';

/** All machines as `/compare/` reckons with them, and the constants; programs take `/api/v1/hardware.json`. */
export async function GET() {
  const { basis } = await compareEstimates();
  return Response.json(basis);
}
