import { BadInput } from '../shared/errors';
import { collection, narrowing, requiredText } from '../shared/fields/field';
import { day } from '../shared/fields/dates';
import { look } from '../shared/operation';
import { lookForPo } from '../shared/xi/orders/lookForOrder';
import { returnChoice } from '../shared/xi/orders/orderAnswer';
import { asyncOrderOutput } from '../shared/xi/orders/orderOutput';
import { ordersUnder } from '../shared/xi/orders/orderByPo';
import { resultOf, waitForIt } from '../shared/xi/orders/orderResult';
import { PO_V6 } from '../shared/xi/orders/orderSections';
import { judged } from '../shared/xi/orders/sameOrder';

const { confirmationNumber: _, quoteNumber: __, message: ___, ...output } = asyncOrderOutput;

/**
 * What became of an order that was sent asynchronously, as far as a search shows it. XI documentation:
 * "Search Orders", "Get Order Details v6.1".
 */
export const getResult = look({
	option: {
		name: 'Get Order Result',
		value: 'getResult',
		action: 'Get order result',
		description:
			'Look what became of an order that was sent asynchronously: created, failed or pending',
	},
	forModels: [
		'Customer Order Number is the one purchase order (PO) number under which the order was sent.',
		'Sent On is a day such as 2026-03-31.',
	],
	parameters: {
		customerOrderNumber: requiredText('Customer Order Number', {
			maxLength: PO_V6,
			placeholder: 'e.g. PO-4711',
			description: 'Your purchase order (PO) number, under which the order was sent',
		}),
		return: returnChoice,
		waitForIt,
		additionalFields: collection(
			'Additional Fields',
			{
				// Without it an older order under the number would pass for this one.
				sentOn: narrowing(
					day('Sent On', {
						description:
							'The day the order was sent, where its number was used before: older orders do not count, give or take two days',
					}),
				),
			},
			{ addLabel: 'Add field' },
		),
	},
	output,
	minutes: ({ waitForIt: minutes }) => minutes,
	became: (rows, { customerOrderNumber }) => ordersUnder(customerOrderNumber, rows),
	async look(ask, params, first) {
		const { customerOrderNumber, return: wanted, additionalFields } = params;
		const sentAt =
			additionalFields.sentOn === undefined ? undefined : new Date(additionalFields.sentOn);
		refuseFuture(sentAt);
		const sight = judged(
			await lookForPo(ask, customerOrderNumber),
			{ sentAt, before: new Set() },
			(alive) => ({ there: alive, ours: 'yes' }),
		);
		return resultOf(sight, { customerOrderNumber, wanted, since: sentAt ?? first });
	},
});

const DAY_MS = 86_400_000;

/** An order that is there would be older than a day to come, and so pass for one that is not there. */
function refuseFuture(sentAt: Date | undefined): void {
	// Where it is tomorrow already, it is so less than a day.
	if (sentAt === undefined || sentAt.getTime() <= Date.now() + DAY_MS) return;
	throw new BadInput(
		`'Sent On' is ${sentAt.toISOString().slice(0, 10)}, and nothing can have been sent on a day to come`,
		'Correct the day, or leave it out',
	);
}
