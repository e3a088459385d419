import { addOrders } from './orderHandle.mts';
import { amountsOf } from './routes/orders/parts.mts';
import { invoicesOf } from './state/invoices.mts';
import { decide, type Return, type ReturnStatus } from './state/returns.mts';
import type { World } from './state/world.mts';

/** A return, as tests look at it. A copy: it does not change any more. */
export interface ReturnView {
	caseRequestNumber: string;
	referenceNumber: string;
	invoiceNumber: string;
	ingramPartNumber: string;
	quantity: number;
	serialNumber?: string;
	status: ReturnStatus;
	createdAt: Date;
}

/** Makes the copies of all returns, in the order in which they came. */
export function returnViews({ returns, clock }: World): ReturnView[] {
	clock.catchUp();
	return returns.all.map((one) => ({
		caseRequestNumber: one.caseRequestNumber,
		referenceNumber: one.referenceNumber,
		invoiceNumber: one.invoice.invoiceNumber,
		ingramPartNumber: one.bought.line.goods.ingramPartNumber,
		quantity: one.quantity,
		...(one.serialNumber === undefined ? {} : { serialNumber: one.serialNumber }),
		status: one.status,
		createdAt: new Date(one.createdAt),
	}));
}

/**
 * Puts returns into the books, each of the goods of a new finished order, with the reference numbers
 * `RMA-1` and on.
 *
 * @returns their case request numbers, oldest first
 */
export function addReturns(world: World, count: number): string[] {
	return addOrders(world, count).map((number, i) => {
		const order = world.orders.all.findLast(
			({ ingramOrderNumber }) => ingramOrderNumber === number,
		);
		const [invoice] = order ? invoicesOf(order, (one) => amountsOf(one).freight) : [];
		const [bought] = invoice?.lines ?? [];
		if (!order || !invoice || !bought) throw new RangeError(`Order ${number} has no invoice`);
		const request = {
			invoice,
			bought,
			quantity: bought.quantity,
			primaryReason: 'Not needed',
			secondaryReason: 'Unsold',
			referenceNumber: `RMA-${i + 1}`,
			notes: '',
			shipFrom: {},
			numberOfBoxes: 1,
		};
		const { customer } = order.purchase;
		return world.addReturn(customer, request, invoice.invoicedAt).caseRequestNumber;
	});
}

/** Steps that a test can force, each ahead of its time. An unknown number throws. */
export interface ReturnSteps {
	approve(caseRequestNumber: string): void;
	/** All but one unit; of a single one, none. */
	approvePartly(caseRequestNumber: string): void;
	deny(caseRequestNumber: string): void;
	/** The customer takes it back. */
	void(caseRequestNumber: string): void;
}

/** Makes the steps. */
export function returnSteps(world: World): ReturnSteps {
	const step = (status: ReturnStatus, approved: (one: Return) => number) => (number: string) => {
		world.clock.catchUp();
		const one = world.returns.byNumber(number);
		if (!one) throw new RangeError(`There is no return ${number}`);
		decide(one, status, approved(one), world.clock.lifeNow());
	};
	return {
		approve: step('Approved', ({ quantity }) => quantity),
		approvePartly: step('Partially Approved', ({ quantity }) => quantity - 1),
		deny: step('Denied', () => 0),
		void: step('Voided', () => 0),
	};
}
