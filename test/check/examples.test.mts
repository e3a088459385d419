import { callsFor } from '../../check/expected.mts';
import { NOT_COMPARED } from '../conformance/check.mts';
import { loadAnswers } from '../conformance/examples.mts';
import { Engine } from '../engine/engine.mts';
import { serveExamples } from './exampleServer.mts';
import { accountAt, check, rowOf } from './support.mts';

const answers = loadAnswers();

it('says why the examples of the official document were not tried', () => {
	if (!answers) console.log(NOT_COMPARED);
	expect(answers === undefined).toBe(!process.env.XI_OPENAPI_SPEC);
});

(answers ? describe : describe.skip)('an account that answers with the official examples', () => {
	it('is checked to the end, and what differs is told', async () => {
		const engine = await Engine.start();
		const server = await serveExamples(answers!);
		try {
			const checked = await check(engine, accountAt(server.url), { order: 'cancel' });
			expect(checked).toMatchObject({ exitCode: 1, line: expect.stringMatching(/^To report: /) });
			for (const { title } of callsFor('cancel')) {
				expect(rowOf(checked, title)).toMatch(/ \d+ +│ [\d, ]+│/);
			}
			// Calls that the document does not have, or has no example of.
			expect(new Set(server.unknown)).toEqual(
				new Set([
					'GET /resellers/v6/orders/{ordernumber}',
					'GET /resellers/v6/invoices/{invoicenumber}',
					'POST /resellers/v7/vendorrequiredinfo',
					'DELETE /resellers/v6/orders/{OrderNumber}',
				]),
			);
			expect(checked.told).toMatch(/sent as a text/);
			expect(checked.told).toMatch(/unknown field lines\[\]\.specialBidNumber: text/);
			expect(rowOf(checked, 'Returns: Get')).toContain('as expected');
		} finally {
			await server.close();
		}
	});
});
