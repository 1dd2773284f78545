import createClient from 'openapi-fetch';
import type { paths } from './api.js';

const [url, key, unit] = process.argv.slice(2) as [string, string, string];
const api = createClient<paths>({ baseUrl: url, headers: { Authorization: `Bearer ${key}`, 'Accept-Language': 'en' } });

const report = (idempotencyKey: string, agencies: number) => ({
  reports: [
    {
      unit,
      idempotencyKey,
      effectiveOn: '2017-02-20',
      counts: { agencies },
      statuses: { committee: 'consolidated' },
      models: [{ name: 'Camera an ninh', sites: 1 }],
    },
  ],
});

const reported = await api.POST('/api/v1/reports', { body: report('typescript', 5) });
const refused = await api.POST('/api/v1/reports', { body: report('refused', -1) });
const dry = await api.POST('/api/v1/reports', { params: { query: { dryRun: true } }, body: report('dry', 6) });
const read = await api.GET('/api/v1/units/{code}', { params: { path: { code: unit }, query: { asOf: '2017-02-20' } } });
const listed = await api.GET('/api/v1/units', { params: { query: { level: 'commune', limit: 2 } } });
const unknown = await api.GET('/api/v1/units/{code}', { params: { path: { code: 'nothing' } } });

const sequence: number | null | undefined = reported.data?.results[0]?.sequence;
const parent: string | null | undefined = read.data?.parent;
console.log(
  JSON.stringify({
    accepted: reported.data?.accepted,
    sequence,
    dry: dry.data?.results[0]?.outcome,
    refused: [refused.response.status, refused.error?.errors?.[0]?.pointer, refused.error?.errors?.[0]?.code],
    agencies: read.data?.counts.agencies?.own,
    committee: read.data?.statuses.committee?.own,
    parent,
    listed: listed.data?.items.length,
    unknown: [unknown.response.status, unknown.error?.type],
  }),
);
