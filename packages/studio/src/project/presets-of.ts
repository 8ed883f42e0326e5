import type { ServiceId } from '@kelisim/services/attributes'
import type { Project } from './project.ts'
import type { Branch } from './tree.ts'

/** The known services of a project, in the order in which they were added. */
export const presetsOf = ({ presets }: Project): readonly [ServiceId, Branch][] =>
  Object.entries(presets) as [ServiceId, Branch][]
