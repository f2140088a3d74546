import { accuracyTable } from '../../../data/accuracy-page.ts';

/** The rows behind chart and table of `/about/accuracy/`, packed; programs take `/api/v1/accuracy.json`. */
export async function GET() {
  return Response.json(await accuracyTable());
}
