import { teams } from './people';
import { describeSupportersDay } from './supporters-day';

describeSupportersDay(teams.en);
