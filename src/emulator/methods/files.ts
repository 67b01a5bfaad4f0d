import { type Method, required } from './method';

export const filesInfo: Method = {
  token: 'bot',
  scopes: ['files:read'],
  run: ({ world }, args) => ({
    file: world.files.get(required(args, 'file')),
    comments: [],
    response_metadata: { next_cursor: '' },
  }),
};
