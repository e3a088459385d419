import { call } from '../../../nodes/IngramMicroApiCall/call.operation.ts';
import { requestFor } from '../support.mts';

const path = '/resellers/v6/invoices/20-RC1RD-11';
const headersOf = (headers: unknown) => requestFor(call, { path, headers }).headers;
const one = (name: unknown, value: unknown = 'x') => ({ header: [{ name, value }] });

describe('headers of a call', () => {
	it.each([
		['rows', one('version', '6.0'), { version: '6.0' }],
		['blanks around them', one(' version ', '  a b '), { version: 'a b' }],
		['a number and a switch', { version: 6, 'X-Test': true }, { version: '6', 'X-Test': 'true' }],
		['a list of an expression', [{ name: 'version', value: 'a' }], { version: 'a' }],
		['some that the account has not', one('Accept', 'text/plain'), { Accept: 'text/plain' }],
		['nothing', {}, undefined],
		['an empty list', { header: [] }, undefined],
	])('take %s', (_, given, expected) => {
		expect(headersOf(given)).toEqual(expected);
	});

	it.each([
		['authorization', /the token comes from the credential/],
		['AUTHORIZATION', /the token comes from the credential/],
		['IM-CustomerNumber', /it comes from Customer Number of the credential, or under Options/],
		['im-customernumber', /Customer Number/],
		['IM-CountryCode', /Country Code/],
		['IM-SenderID', /Sender ID/],
		['IM-ApplicationId', /Sender ID/],
		['IM-CustomerContact', /Customer Contact/],
		['IM-CorrelationID', /each call gets a new one/],
		['im-correlationid', /each call gets a new one/],
		['IM-Environment', /for whom a call is made/],
		['Accept-Language', /Language under Options/],
		['Content-Type', /goes out as JSON/],
		['content-encoding', /goes out as JSON/],
		['Host', /the host comes from the credential/],
		['X-Forwarded-Host', /the host comes from the credential/],
		['Content-Length', /the connection makes it/],
		['Transfer-Encoding', /the connection makes it/],
		['Connection', /the connection makes it/],
		['Proxy-Authorization', /the connection makes it/],
		['X-HTTP-Method-Override', /could turn the call into another one/],
		['x-original-url', /could turn the call into another one/],
	])('are refused where they are not the user’s: %s', (name, source) => {
		expect(() => headersOf(one(name))).toThrow(source);
		expect(() => headersOf({ [` ${name} `]: 'x' })).toThrow(source);
	});

	it.each([
		['a line break in a value', one('a', 'x\r\nIM-CustomerNumber: 1'), /on one line/],
		['a line break behind a value', one('a', 'x\n'), /on one line/],
		['a tab', one('a', 'x\ty'), /on one line/],
		['a control character', one('a', 'x\u0000'), /on one line/],
		['a zero-width space', one('a', 'x\u200b'), /on one line/],
		['letters that no header has', one('a', 'Zürich'), /plain letters, digits and signs/],
		['a line break in a name', one('a\r\nb'), /letters, digits and hyphens/],
		['a line break behind a name', one('authorization\n'), /letters, digits and hyphens/],
		['a name hidden by a character', one('IM\u200b-SenderID'), /letters, digits and hyphens/],
		['a name with a colon', one('IM-SenderID:'), /letters, digits and hyphens/],
		['a name with a blank', one('IM SenderID'), /letters, digits and hyphens/],
		['a name with an underscore', one('IM_SenderID'), /letters, digits and hyphens/],
		['a name of JavaScript', one('__proto__'), /letters, digits and hyphens/],
		['no name', one(' '), /'Name'.*is empty/],
		['a value that is missing', one('a', ''), /'Value'.*is empty/],
		['a null', { a: null }, /is empty/],
		['a list', { a: ['1', '2'] }, /a text is expected/],
		['an object', { a: { b: 1 } }, /a text is expected/],
		['a number without its digits', { a: 2 ** 64 }, /digits are lost/],
		['a name twice', { version: '1', VERSION: '2' }, /holds the header VERSION twice/],
		['a text', 'version: 6', /a name and a value are expected/],
	])('refuse %s', (_, given, why) => {
		expect(() => headersOf(given)).toThrow(why);
	});
});
