import { createClock } from '../../simulator/clock.mts';

describe('the clock', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	it('looks again where its timer was early', () => {
		const clock = createClock();
		const done = jest.fn();
		const begun = Date.now();
		clock.schedule(begun + 100, done);
		// Timers and the time of day are two clocks in a machine as well, and do not agree to the millisecond.
		jest.setSystemTime(begun - 1);
		jest.advanceTimersByTime(100);
		expect(done).not.toHaveBeenCalled();
		jest.advanceTimersByTime(1);
		expect(done).toHaveBeenCalledTimes(1);
		clock.stop();
	});

	it('does what is further away than a timer can be', () => {
		const clock = createClock();
		const done = jest.fn();
		const month = 31 * 86_400_000;
		clock.schedule(Date.now() + month, done);
		jest.advanceTimersByTime(month - 1);
		expect(done).not.toHaveBeenCalled();
		jest.advanceTimersByTime(1);
		expect(done).toHaveBeenCalledTimes(1);
		clock.stop();
	});
});
