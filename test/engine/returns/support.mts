import type { INodeParameters } from 'n8n-workflow';

import { LINE, PLACE } from '../../nodes/IngramMicroReturns/sampleReturns.mts';
import { range } from '../../nodes/support.mts';
import type { NodeRun } from '../engine.mts';
import { type Bench, type Runner, runnerOf } from '../support.mts';

export const RETURNS = 'ingramMicroReturns';
export const RETURN_SEARCH = '/resellers/v6/returns/search';
export const RETURN_DETAILS = '/resellers/v6/returns/{caseRequestNumber}';
export const RETURN_CREATE = '/resellers/v6/returns/create';

/** A value for a return's resource locator. */
export const byCaseNumber = (value: string) => ({ __rl: true, mode: 'caseRequestNumber', value });

/** Runs the Returns node. */
export const runReturns = async (bench: Bench, ...call: Parameters<Runner>): Promise<NodeRun> =>
	await runnerOf(bench, RETURNS)(...call);

/** Every filter of a search for returns at once, as it stands in a node. */
export const WHOLE_RETURN_FILTERS = {
	caseRequestNumber: 'CAS-1',
	claimStatus: ['Denied'],
	createdOn: range('2026-11-01T00:00:00', '2026-11-02T00:00:00'),
	ingramPartNumber: '4A0036',
	invoiceNumber: '40-NFERG-11',
	modifiedOn: range('2026-11-03', '2026-11-04'),
	referenceNumber: 'RMA & 1',
	returnClaimId: '12-RH5LX-34',
	returnReason: ['(CS ) Customer Service Discretion', 'Latin America Vebdor Credits'],
	returnStatus: ['Open', 'Partially Approved'],
	vendorPartNumber: 'E2016HV',
};

/** What was bought: an invoice of one line, as a new return names it. */
export interface Bought {
	invoiceNumber: string;
	invoiceDate: string;
	ingramPartNumber: string;
}

/** An order over so many pieces that is invoiced. */
export async function bought(bench: Bench, po: string, quantity = 3): Promise<Bought> {
	const { items, error } = await bench.runOrders(
		{
			operation: 'create',
			customerOrderNumber: po,
			lines: { line: [{ ingramPartNumber: '123512', quantity }] },
		},
		[{}],
	);
	expect(error).toBeUndefined();
	bench.xi.orderSteps.invoice(items[0].json.ingramOrderNumber as string);
	const { lines } = bench.xi.orders.at(-1)!;
	return {
		invoiceNumber: lines[0].invoiceNumbers[0],
		invoiceDate: new Date().toISOString().slice(0, 10),
		ingramPartNumber: lines[0].ingramPartNumber,
	};
}

/** A return for each input item, by its field `reference`, that does not wait long for a late answer. */
export const createReturnOf = (
	...lines: Array<Bought & { quantity?: number }>
): INodeParameters => ({
	operation: 'create',
	referenceNumber: '={{ $json.reference }}',
	lines: { line: lines.map((line) => ({ ...LINE, ...line })) },
	shipFromInfo: PLACE,
	options: { lookSeconds: 0, timeoutSeconds: 1 },
});

/** References in the simulator's books, in the order in which they came. */
export const referencesIn = ({ xi }: Bench): string[] =>
	xi.returns.map(({ referenceNumber }) => referenceNumber);
