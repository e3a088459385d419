const real = Date.now;
let shift = 0;

/** Sets the clock to a time; it goes on from there. */
export const setClock = (time: string | number): void => {
	shift = new Date(time).getTime() - real();
};

/** Lets a test move the clock into the hours of Ingram Micro's maintenance, which count then. */
export function useMovedClock(): void {
	beforeEach(() => {
		process.env.NIGHTS = 'real';
		shift = 0;
		jest.spyOn(Date, 'now').mockImplementation(() => real() + shift);
	});
	afterEach(() => {
		delete process.env.NIGHTS;
		jest.restoreAllMocks();
	});
}

/** Moves the clock once somebody must be waiting. */
export const later = async (time: string | number, before: () => void = () => {}): Promise<void> =>
	await new Promise((resolve) => {
		setTimeout(() => {
			before();
			setClock(time);
			resolve();
		}, 5_000);
	});

/** Tuesday night in North America; it ends at 12:00. */
export const NIGHT = '2026-12-01T08:00:00Z';
export const MORNING = '2026-12-01T13:30:00Z';
export const DAY = '2026-12-01T18:00:00Z';
