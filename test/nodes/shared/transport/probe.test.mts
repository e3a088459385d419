import { readXiWords } from '../../../../nodes/shared/transport/errors.ts';
import { NodeApiError } from 'n8n-workflow';
import fc from 'fast-check';

it('works', () => {
	expect(readXiWords({ message: 'x' }).message).toBe('x');
	expect(NodeApiError).toBeDefined();
	expect(fc.assert).toBeDefined();
});
