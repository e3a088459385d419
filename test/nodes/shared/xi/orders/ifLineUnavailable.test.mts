import {
	type IfLineUnavailable,
	ifLineUnavailable,
	withChoice,
} from '../../../../../nodes/shared/xi/orders/ifLineUnavailable.ts';
import { badInputOf } from '../../../support.mts';

const partial = (attributeValue: string, attributeName = 'allowPartialOrder') => ({
	attributeName,
	attributeValue,
});
const hold = { attributeName: 'allowOrderOnCustomerHold', attributeValue: 'true' };

it.each<[IfLineUnavailable | undefined, object[] | undefined, object[] | undefined]>([
	[undefined, undefined, undefined],
	['account', [hold], [hold]],
	['account', [partial('false')], [partial('false')]],
	['rest', undefined, [partial('true')]],
	['nothing', [hold], [hold, partial('false')]],
	['rest', [partial('TRUE', 'ALLOWPARTIALORDER')], [partial('TRUE', 'ALLOWPARTIALORDER')]],
	['nothing', [partial(' False ')], [partial(' False ')]],
])('%j beside %j is sent as %j', (chosen, given, sent) => {
	expect(withChoice(given as never, chosen)).toEqual(sent);
});

it.each<[IfLineUnavailable, string, string]>([
	['rest', 'false', 'Place the Rest'],
	['nothing', 'true', 'Place Nothing'],
	['nothing', 'yes', 'Place Nothing'],
])('%j beside "%s" is refused', (chosen, value, name) => {
	const { message, remedy } = badInputOf(() => withChoice([partial(value)], chosen));
	expect(message).toBe(
		`'If a Line Cannot Be Had' is ${name}, and the attribute allowPartialOrder of the order says "${value}"`,
	);
	expect(remedy).toContain('As the Account Is Set');
});

it.each(['rest', 'Place the Rest', ' place the rest '])('reads %j', (value) => {
	expect(ifLineUnavailable.read(value, 'X')).toBe('rest');
});

it.each([undefined, null, '', ' '])('refuses an expression that gives %j', (value) => {
	expect(badInputOf(() => ifLineUnavailable.read(value, "'X'")).message).toBe("'X' is empty");
});

it('refuses what is no choice', () => {
	expect(badInputOf(() => ifLineUnavailable.read('part', "'X'")).message).toContain(
		'\'X\' is "part"',
	);
});
