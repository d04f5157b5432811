/* Writes what its own MPU makes read-only. */
#include "armv8m.h"
#include "faults.h"

const struct cause cause = {"mpu", "writing the settings after the MPU made them read-only", ALL_HANDLERS};

static volatile uint32_t settings[8] __attribute__((aligned(32)));

LINK static void protect_settings(void)
{
    MPU_MAIR0 = 0x44u;
    MPU_RNR = 0;
    MPU_RBAR = (uint32_t)settings | MPU_RBAR_READ_ONLY | MPU_RBAR_EXECUTE_NEVER;
    MPU_RLAR = (uint32_t)settings | MPU_RLAR_ENABLE;
    MPU_CTRL = MPU_CTRL_ENABLE | MPU_CTRL_PRIVDEFENA;
    synchronize();
}

LINK static void store_setting(uint32_t index, uint32_t value)
{
    settings[index] = value;
}

LINK static void save_settings(void)
{
    store_setting(5, 1);
    synchronize();
}

void run_application(void)
{
    protect_settings();
    save_settings();
    synchronize();
}
