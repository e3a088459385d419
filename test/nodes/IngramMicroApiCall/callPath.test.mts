import fc from 'fast-check';

import { callPathOf } from '../../../nodes/IngramMicroApiCall/callPath.ts';
import { urlOf } from '../../../nodes/shared/transport/request.ts';

const read = (text: string) => callPathOf(text, "'Path'");
const urlFor = (text: string) => urlOf('https://xi.example:443', { method: 'GET', ...read(text) });

describe('a path that is taken', () => {
	it.each([
		['/resellers/v6/orders/search', '/resellers/v6/orders/search'],
		['  /resellers/v6/catalog ', '/resellers/v6/catalog'],
		['/resellers/v6.1/orders/20-RC1RD', '/resellers/v6.1/orders/20-RC1RD'],
		['/resellers/v6/orders/PO%201', '/resellers/v6/orders/PO%201'],
		['/resellers/v6/deals/caf%C3%A9%201', '/resellers/v6/deals/caf%C3%A9%201'],
		['/resellers/v6/%6Frders/x', '/resellers/v6/orders/x'],
		['/resellers/v6/a.b/12.5', '/resellers/v6/a.b/12.5'],
	])('%s goes out as %s', (text, expected) => {
		expect(urlFor(text)).toBe(`https://xi.example:443${expected}`);
	});

	it('is counted for the rate limit without its numbers', () => {
		expect(read('/resellers/v6/orders/20-RC1RD').path).toBe('/resellers/v6/orders/{part3}');
		expect(read('/resellers/v6/orders/20-RC1RD').pathValues).toEqual({ part3: '20-RC1RD' });
	});
});

describe('a path that is refused', () => {
	it.each([
		['https://evil.example/resellers/v6/orders', /under \/resellers\/ only/],
		['HTTPS://api.ingrammicro.com/resellers/v6/orders', /under \/resellers\/ only/],
		['//evil.example/resellers/v6', /under \/resellers\/ only/],
		['\\\\evil.example/resellers/', /under \/resellers\/ only/],
		['/oauth/oauth20/token', /under \/resellers\/ only/],
		['/sandbox/resellers/v6/orders', /under \/resellers\/ only/],
		['/RESELLERS/v6/orders', /under \/resellers\/ only/],
		['resellers/v6/orders', /under \/resellers\/ only/],
		['@evil.example/resellers/', /under \/resellers\/ only/],
		['/resellers', /under \/resellers\/ only/],
		['/resellers/', /a part of it is empty/],
		['/resellers//v6/orders', /a part of it is empty/],
		['/resellers/v6/orders/', /a part of it is empty/],
		['/resellers/../oauth/oauth20/token', /leads to another path/],
		['/resellers/v6/./orders', /leads to another path/],
		['/resellers/%2e%2e/oauth', /leads to another path/],
		['/resellers/.%2E/oauth', /leads to another path/],
		['/resellers/%20../oauth', /leads to another path/],
		['/resellers/.../oauth', /leads to another path/],
		['/resellers/%20/oauth', /leads to another path/],
		['/resellers/v6%2Forders', /leads elsewhere/],
		['/resellers/v6%5corders', /leads elsewhere/],
		['/resellers/v6/%252e%252e/oauth', /leads elsewhere/],
		['/resellers/v6/orders%3Fa=b', /no path has/],
		['/resellers/v6/orders%3Fa', /leads elsewhere/],
		['/resellers/v6/orders%23a', /leads elsewhere/],
		['/resellers/v6/orders%0d%0aX-Evil', /leads elsewhere/],
		['/resellers/v6/ord%E2%80%8Bers', /leads elsewhere/],
		['/resellers/v6/orders%00', /leads elsewhere/],
		['/resellers/v6/orders;jsessionid', /no path has/],
		['/resellers/v6/orders\r\nIM-CustomerNumber: 1', /no path has/],
		['/resellers/v6/orders\n', /no path has/],
		['/resellers/v6\\orders', /no path has/],
		['/resellers/v6/orders/{part1}', /no path has/],
		['/resellers/v6/orders/PO 1', /no path has/],
		['/resellers/v6/ord\u200bers', /no path has/],
		['/resellers/v6/orders/%zz', /no path has/],
		['/resellers/v6/orders/%c3', /no path has/],
		['/resellers/v6/orders/\ud800', /no path has/],
		['/resellers/v6/orders?customerOrderNumber=1', /a query is no part of the path/],
		['/resellers/v6/orders#x', /a query is no part of the path/],
	])('%j', (text, why) => {
		expect(() => read(text)).toThrow(why);
	});

	it('whatever it is: none leads out of /resellers/ of the same host', () => {
		const piece = fc.constantFrom(
			'..',
			'.',
			'/',
			'%2f',
			'%2e',
			'\\',
			'v6',
			'orders',
			'?',
			'@',
			' ',
			'é',
			'%',
			':',
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 8 }), (pieces) => {
				let url: URL;
				try {
					url = new URL(urlFor(`/resellers/${pieces.join('')}`));
				} catch (error) {
					expect((error as Error).name).toBe('BadInput');
					return;
				}
				expect(url.host).toBe('xi.example');
				expect(url.pathname).toMatch(/^\/resellers\/[^/]/);
				expect(url.search + url.hash).toBe('');
			}),
		);
	});
});
