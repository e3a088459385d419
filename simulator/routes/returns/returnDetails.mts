import { defineOperation } from '../../operation.mts';
import { reasonOf, valueOf, type Return } from '../../state/returns.mts';
import type { World } from '../../state/world.mts';
import { day, inCapitals, stamp } from '../orders/parts.mts';

/**
 * Return details: `GET /resellers/v6/returns/{caseRequestNumber}`.
 *
 * Assumption: 404 for a return that does not exist, as the portal's page on statuses has it; the
 * document of the call has 400 and 500 only.
 */
export const returnDetails = defineOperation({
	method: 'GET',
	endpoint: '/resellers/v6/returns/{caseRequestNumber}',
	errors: 'traceid',
	query: {},
	handle: ({ world, customer, params }) => {
		const found = world.returns.byNumber(params.caseRequestNumber ?? '');
		if (found?.customer.customerNumber !== customer.customerNumber) {
			return { status: 404, body: { errors: [{ traceid: '1', message: 'No Records Found' }] } };
		}
		return { status: 200, body: answerOf(world, found) };
	},
});

function answerOf(world: World, one: Return): Record<string, unknown> {
	const { invoice, bought, quantity } = one;
	const { goods, unitPrice, ingramLineNumber, warehouseId } = bought.line;
	const value = valueOf(one);
	return {
		typeOfDetails: 'Claim',
		rmaClaimId: one.claimId,
		caseRequestNumber: one.caseRequestNumber,
		createdOn: stamp(one.createdAt),
		returnReason: reasonOf(one),
		referenceNumber: one.referenceNumber,
		status: one.status,
		returnWarehouseAddress:
			'Ingram Micro Returns (ref RMA#)\n100 Simulation Way\nExampletown, PA 17038\n',
		products: [
			{
				ingramLineNumber: Number(ingramLineNumber),
				description: goods.description,
				ingramPartNumber: goods.ingramPartNumber,
				vendorPartNumber: goods.vendorPartNumber,
				upc: goods.upc || null,
				invoiceDate: `${day(invoice.invoicedAt)}T00:00:00Z`,
				invoiceNumber: invoice.invoiceNumber,
				customerOrderNumber: inCapitals(world, invoice.order.purchase.customerOrderNumber ?? ''),
				quantity,
				unitPrice,
				extendedPrice: value,
				status: one.status,
				returnBranch: '96',
				shipFromBranch: warehouseId,
				requestDetails: one.notes || null,
				additionalDetails: null,
			},
		],
		subTotal: value,
		tax: 0,
		additionalFees: 0,
		estimatedTotal: value,
	};
}
