import { newEventId, signatureOf } from '../../simulator/webhooks/signing.mts';

describe('signatures', () => {
	it('are the documented ones', () => {
		expect(signatureOf('xi-docs-secret-0001', 'EVT0TESTVECTOR0001')).toBe(
			'Kxzjk7ySJcpgeMvi93Znl/+0mEm7vNJuRbMc66826eAqKkqTDrZ8RqUf1cafRuS+VwsJwVALhHqBwTtENLUs3g==',
		);
		expect(signatureOf('s3cr3t+/=Key', 'N01CIB9VVFYKR9J6ZW')).toBe(
			'e0Q3Hcgl6Ida4zj+y/brxTBnLK7cb7wGgANpASOXR4LQw0dIsrIKwS59a0CoC4lTwPcTaZrqyZ4MhcsuGppkCw==',
		);
	});

	it('cover IDs that are never the same', () => {
		const ids = Array.from({ length: 1000 }, newEventId);
		expect(new Set(ids).size).toBe(1000);
		expect(ids.filter((id) => !/^[A-Z0-9]{18}$/.test(id))).toEqual([]);
	});

	it('need a secret', () => {
		expect(() => signatureOf('', 'EVT')).toThrow(RangeError);
	});
});
