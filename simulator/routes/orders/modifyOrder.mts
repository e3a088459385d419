import type { XStatic } from 'typebox/schema';
import { badRequest, type Answer, type Problem } from '../../errors.mts';
import { defineOperation } from '../../operation.mts';
import { applyChanges, type LineChange } from '../../state/orderChanges.mts';
import { commentLength } from '../../state/orderPlacing.mts';
import { isOn } from '../../state/orderRequest.mts';
import type { Address } from '../../state/orders.mts';
import { attributesOf } from './bodyV6.mts';
import { problemsOfNumber } from './cancelOrder.mts';
import { modifyAnswer } from './modifyAnswer.mts';
import { onlyInSandbox } from './sandboxOnly.mts';
import { attributes, listOf, object, shipToModify, upTo } from './schema.mts';

const body = object({
	notes: upTo(132),
	shipToInfo: shipToModify,
	lines: listOf({
		type: 'object',
		additionalProperties: false,
		required: ['addUpdateDeleteLine'],
		properties: {
			ingramPartNumber: upTo(18),
			// The schema says text; one example sends a number.
			ingramLineNumber: { type: ['string', 'integer'], maxLength: 6 },
			customerLineNumber: upTo(6),
			addUpdateDeleteLine: { enum: ['UPDATE', 'DELETE', 'ADD'] },
			quantity: { type: 'integer' },
			notes: upTo(132),
		},
	} as const),
	additionalAttributes: attributes,
});

type Body = XStatic<typeof body>;

/**
 * Modify or release order: `PUT /resellers/v6/orders/{orderNumber}`, as long as it is on customer
 * hold. After the samples, 201 tells that lines or the head were added to or changed, 200 that lines
 * were only deleted or that some were rejected, 207 that the address was not taken but the lines were.
 *
 * Assumptions: a body without any change is refused; with a release the body is not looked at.
 */
export const modifyOrder = defineOperation({
	method: 'PUT',
	endpoint: '/resellers/v6/orders/{orderNumber}',
	query: {
		actionCode: { kind: 'choice', values: ['release'] },
		regionCode: { kind: 'text' },
	},
	body,
	check: ({ query, body: sent, params, sandbox }) => [
		...problemsOfNumber(params.orderNumber ?? ''),
		...(sandbox ? [] : onlyInSandbox(query, ['regionCode'])),
		...(query.actionCode === 'release' ? [] : problemsOf(sent)),
	],
	handle: ({ world, customer, params, query, body: sent }) => {
		const order = world.orders.byNumber(customer, params.orderNumber ?? '').at(-1);
		if (!order) return { status: 404 };
		if (order.state !== 'hold') return tooLate();
		const now = world.clock.lifeNow();
		if (query.actionCode === 'release') {
			world.life.release(order, now);
			return { status: 200 };
		}

		const { shipToInfo, notes } = sent;
		const lines = (sent.lines ?? []).map(changeOf);
		const badAddress = shipToInfo !== undefined && !isDeliverable(shipToInfo);
		if (badAddress && lines.length === 0) {
			return badRequest('id', [
				{ field: 'shipToAddress', message: 'The shipping address is not valid' },
			]);
		}
		const done = applyChanges(world, order, {
			lines,
			...(notes === undefined ? {} : { notes }),
			...(shipToInfo && !badAddress ? { shipToInfo } : {}),
			commentsAsLines: isOn(attributesOf(sent.additionalAttributes), 'enableCommentsAsLines'),
			at: now,
		});
		const onlyDeleted =
			notes === undefined && !shipToInfo && lines.every(({ action }) => action === 'DELETE');
		return {
			status: badAddress ? 207 : done.rejections.length > 0 || onlyDeleted ? 200 : 201,
			body: modifyAnswer(world, order, done, {
				...(notes === undefined ? {} : { notes }),
				badAddress,
				addressChanged: shipToInfo !== undefined && !badAddress,
			}),
		};
	},
});

function tooLate(): Answer {
	return badRequest('id', [
		{
			message:
				'Order can not be modified/released. Order is already released or Order is not placed on Customer Hold',
		},
	]);
}

function changeOf(line: NonNullable<Body['lines']>[number]): LineChange {
	const { addUpdateDeleteLine: action, ingramLineNumber, ...rest } = line;
	return {
		action,
		...rest,
		...(ingramLineNumber === undefined ? {} : { ingramLineNumber: String(ingramLineNumber) }),
	};
}

function problemsOf({ notes, shipToInfo, lines = [], additionalAttributes }: Body): Problem[] {
	const problems: Problem[] = [];
	if (notes === undefined && shipToInfo === undefined && lines.length === 0) {
		problems.push({ field: 'body', message: 'There is nothing to modify' });
	}
	const asLines = isOn(attributesOf(additionalAttributes), 'enableCommentsAsLines');
	if ((notes ?? '').length > commentLength && !asLines) {
		problems.push({
			field: 'notes',
			value: notes ?? '',
			message: `More than ${commentLength} characters need enableCommentsAsLines`,
		});
	}
	for (const [i, line] of lines.entries()) {
		const add = line.addUpdateDeleteLine === 'ADD';
		const field = add ? 'ingramPartNumber' : 'ingramLineNumber';
		if (line[field] === undefined || line[field] === '') {
			problems.push({ field: `lines[${i}].${field}`, message: 'Required field is missing' });
		}
	}
	return problems;
}

/** Assumption: what is needed to deliver must be there, and an American postcode has 5 or 9 digits. */
function isDeliverable(address: Address): boolean {
	const needed = ['addressLine1', 'city', 'postalCode', 'countryCode'];
	if (!needed.every((name) => String(address[name] ?? '').trim() !== '')) return false;
	if (String(address.countryCode).toUpperCase() !== 'US') return true;
	return /^\d{5}(-?\d{4})?$/.test(String(address.postalCode));
}
