/** Seven tenths of a second of humming, as Chromium recorded it: WebM, one track of Opus. */
const RECORDED =
  'GkXfo59ChoEBQveBAULygQRC84EIQoKEd2VibUKHgQRChYECGFOAZwH/////////FUmpZpkq17GDD0JATYCGQ2hyb21lV0GG' +
  'Q2hyb21lFlSua7+uvdeBAXPFh/B8gSSbP/KDgQKGhkFfT1BVU2Oik09wdXNIZWFkAQEAAIC7AAAAAADhjbWERzuAAJ+BAWJk' +
  'gSAfQ7Z1Af/////////ngQCjsYEAAIAY4ICKZx2KkSjKt/TSWHTLr8jYRxzwVY4l26BAg5+h8fHAE/2RXIP4CNQovvSjq4EA' +
  'O4AY51UsymtpKH1m2BXR1JbD6hXkejk88p0POjJL4y9KZVgdGSN9BnCjs4EAdoAY51Utg+SOmq2H7ajoL2kYU82sMzhDxrU1' +
  'c5hc6CVXv+QJjXOZWP2iE4NkA4a5Y6OogQC0gBjrNkCKnKaSJtzuuNKn3v0fPl2MqmX3b+W/CuhfRT1nj5lSgKOugQDvgBjq' +
  'zJkd8z6GXXe9udpERV73KrrXMP8HDRvB5v7yyGbrvbI+1ld0ytUY4KOxgQEqgBjtXalKfODktvnxyWPNuOPO1RtOAk5KvO+O' +
  'GpgllKmNcYmxo84oUH3rlhs1KKOtgQFogBjsfGJhnqRtBuV/ITM4NVC4SrPth10F+udulyNuCyVf7A9P7KAU0EMEo7qBAaOA' +
  'GOx8YmGebC5Xx/SQ+H9BR1sAe6qGozbG3TSE8VXsZjELuyURseLcacKZ4T/Z8t4wWOnBQ9vko6yBAd6AGOnwMIq3Qy6GIyQk' +
  'a01K/k3czl2BKWr+aeHVguBKmJNDvcS7SA9AEh9DtnUB/////////+eCAhyjs4EAAIAY6oUOZNW/UziQzGEHCFt4ApStLBgd' +
  'fgToe0069hWBcw89c+/ENZQWKzr27A3DQKOvgQA7gBiL1tP6BeQp9ZgwLOwCANHtIOq0CvjFQssX4DZcmlPdnTYcvj66NWdQ' +
  'fcA='

export function aWebmRecording(): Uint8Array {
  return Uint8Array.from(Buffer.from(RECORDED, 'base64'))
}
