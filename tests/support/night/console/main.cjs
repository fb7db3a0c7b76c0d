// The product's own main as it was built, under the story's clock.
require('../steerDate.cjs')
require('../../../../out/main/main.cjs')
