import fc from 'fast-check';

import { BadInput } from '../../../../nodes/shared/errors.ts';
import { endpointOf, urlOf, type XiRequest } from '../../../../nodes/shared/transport/request.ts';
import { badInputOf } from '../../support.mts';

const BASE = 'https://api.example.com/sandbox';
const details = (value?: string): XiRequest => ({
	method: 'GET',
	path: '/resellers/v6/catalog/details/{ingramPartNumber}',
	...(value !== undefined && { pathValues: { ingramPartNumber: value } }),
});
const url = (value?: string) => urlOf(BASE, details(value));
const DETAILS = `${BASE}/resellers/v6/catalog/details`;

describe('the URL of a call', () => {
	it.each([
		['4A0036', '4A0036'],
		['  4A0036 ', '4A0036'],
		['a b', 'a%20b'],
		['a/b', 'a%2Fb'],
		['../orders', '..%2Forders'],
		['a?b=c#d', 'a%3Fb%3Dc%23d'],
		['%2e%2e', '%252e%252e'],
		['...', '...'],
		['é', '%C3%A9'],
	])('holds the path value %j as %j', (value, encoded) => {
		expect(url(value)).toBe(`${DETAILS}/${encoded}`);
	});

	it.each([undefined, '', '  ', '.', '..', ' .. '])('is refused for the path value %j', (value) => {
		const { message } = badInputOf(() => url(value));
		expect(message).toContain('cannot be used as ingramPartNumber in GET /resellers');
	});

	it('is refused for a value that cannot be encoded', () => {
		expect(badInputOf(() => url('4A\ud800')).message).toContain('cannot be used');
	});

	it('fills in every name of the path', () => {
		const request: XiRequest = {
			method: 'GET',
			path: '/a/{one}/b/{two}',
			pathValues: { one: '1', two: '2' },
		};
		expect(urlOf(BASE, request)).toBe(`${BASE}/a/1/b/2`);
	});

	it('takes a base with or without slashes at its end', () => {
		const request: XiRequest = { method: 'GET', path: '/a' };
		expect(urlOf('http://x', request)).toBe('http://x/a');
		expect(urlOf('http://x//', request)).toBe('http://x/a');
	});

	it('never becomes the URL of another call', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (value) => {
				let read: URL;
				try {
					read = new URL(url(value));
				} catch (error) {
					expect(error).toBeInstanceOf(BadInput);
					return;
				}
				const prefix = new URL(DETAILS).pathname;
				expect(read.pathname.startsWith(`${prefix}/`)).toBe(true);
				const rest = read.pathname.slice(prefix.length + 1);
				expect(decodeURIComponent(rest)).toBe(value.trim());
				expect(rest).not.toContain('/');
				expect(read.search + read.hash).toBe('');
			}),
			{ numRuns: 500 },
		);
	});
});

describe('the endpoint by which XI counts', () => {
	it('is the method and the path without its values', () => {
		expect(endpointOf(details('4A0036'))).toBe(
			'GET /resellers/v6/catalog/details/{ingramPartNumber}',
		);
	});
});
