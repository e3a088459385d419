import { createHash, createHmac, randomBytes } from 'node:crypto';

import fc from 'fast-check';

import { sign, verifies, webhookKeys } from '../../../../nodes/shared/xi/signature.ts';

const VECTORS = [
	{
		key: 'xi-docs-secret-0001',
		eventId: 'EVT0TESTVECTOR0001',
		signature:
			'Kxzjk7ySJcpgeMvi93Znl/+0mEm7vNJuRbMc66826eAqKkqTDrZ8RqUf1cafRuS+VwsJwVALhHqBwTtENLUs3g==',
	},
	{
		key: 's3cr3t+/=Key',
		eventId: 'N01CIB9VVFYKR9J6ZW',
		signature:
			'e0Q3Hcgl6Ida4zj+y/brxTBnLK7cb7wGgANpASOXR4LQw0dIsrIKwS59a0CoC4lTwPcTaZrqyZ4MhcsuGppkCw==',
	},
];
const [{ key, eventId, signature }] = VECTORS;

/** The text with each of its bits changed in turn; texts of ASCII only. */
function* oneBitOff(text: string): Generator<string> {
	for (let bit = 0; bit < text.length * 8; bit += 1) {
		const bytes = Buffer.from(text, 'latin1');
		bytes[bit >> 3] ^= 1 << (bit & 7);
		yield bytes.toString('latin1');
	}
}

describe('the signature of a delivery', () => {
	it.each(VECTORS)('is the one that is known for $eventId', (vector) => {
		expect(sign(vector.key, vector.eventId)).toBe(vector.signature);
		expect(verifies([vector.key], vector.eventId, vector.signature)).toBe(true);
	});

	it('is refused when one bit is off, in the ID, the key or the signature', () => {
		let tried = 0;
		for (const other of oneBitOff(eventId)) {
			expect(verifies([key], other, signature)).toBe(false);
			tried += 1;
		}
		for (const other of oneBitOff(key)) {
			expect(verifies([other], eventId, signature)).toBe(false);
			tried += 1;
		}
		for (const other of oneBitOff(signature)) {
			expect(verifies([key], eventId, other)).toBe(false);
			tried += 1;
		}
		expect(tried).toBe((eventId.length + key.length + signature.length) * 8);
	});

	it('is refused in any other form', () => {
		const hmac = createHmac('sha512', key).update(eventId);
		const bytes = Buffer.from(signature, 'base64');
		const others = [
			createHash('sha512')
				.update(key + eventId)
				.digest('base64'),
			hmac.digest('hex'),
			createHmac('sha512', '').update(eventId).digest('base64'),
			createHmac('sha256', key).update(eventId).digest('base64'),
			`sha512=${signature}`,
			` ${signature}`,
			`${signature}\n`,
			signature.replace(/=+$/, ''),
			bytes.toString('base64url'),
			signature.slice(0, -3) + 'h==',
			'',
			undefined,
			null,
			0,
			[signature],
			{ toString: () => signature },
		];
		for (const other of others) expect(verifies([key], eventId, other)).toBe(false);
	});

	it('is refused for the ID of which half a character would sign alike', () => {
		const whole = sign(key, 'EVT\uFFFD');
		expect(verifies([key], 'EVT\uFFFD', whole)).toBe(true);
		expect(verifies([key], 'EVT\uD800', whole)).toBe(false);
		expect(verifies([key], '', sign(key, ''))).toBe(false);
	});

	it('verifies with any of the keys, and with no empty one', () => {
		expect(verifies(['another', key, 'third'], eventId, signature)).toBe(true);
		expect(verifies(['another', 'third'], eventId, signature)).toBe(false);
		expect(verifies([], eventId, signature)).toBe(false);
		const empty = createHmac('sha512', '').update(eventId).digest('base64');
		expect(verifies([''], eventId, empty)).toBe(false);
		expect(() => sign('', eventId)).toThrow(RangeError);
	});

	it('lets none of 10,000 random forgeries through', () => {
		let passed = 0;
		for (let tried = 0; tried < 10_000; tried += 1) {
			const forged = randomBytes(tried % 5 === 0 ? tried % 97 : 64).toString('base64');
			if (verifies([key], eventId, forged)) passed += 1;
		}
		expect(passed).toBe(0);
	});

	it('verifies for any key and ID that signed, and never throws', () => {
		const text = fc.string({ unit: 'grapheme', minLength: 1 });
		fc.assert(
			fc.property(text, text, (anyKey, anyId) => verifies([anyKey], anyId, sign(anyKey, anyId))),
		);
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary' }),
				fc.anything(),
				(anyId, anything) => verifies([key], anyId, anything) === false,
			),
		);
	});
});

describe('the keys of a credential', () => {
	it.each([
		['one,two three\nfour\r\n five,', ['one', 'two', 'three', 'four', 'five']],
		['a+/=b', ['a+/=b']],
		[' , ', []],
		['', []],
		[undefined, []],
		[7, []],
	])('are split from %j', (webhookSecretKeys, keys) => {
		expect(webhookKeys({ webhookSecretKeys })).toEqual(keys);
	});
});
