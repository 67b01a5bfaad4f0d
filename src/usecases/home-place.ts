import type { ProgramWithRules } from '../db/programs';
import type { LocalDate } from '../domain/dates';

/** A program of somebody's and its local date now. */
export interface Place {
  program: ProgramWithRules;
  today: LocalDate;
}
