/** Where the hub listens for each width of link: the heartbeat is a setting of the hub's, and a satellite's has to be slow. */
export const SOCKET_PATHS = { broadband: '/socket.io', narrow: '/sat' } as const
