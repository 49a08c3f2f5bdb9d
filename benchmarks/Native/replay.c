/*
 * Replays a recording through the translated tick and takes the time. The translator puts the tick into tick.h: the
 * objects as they were at the beginning (world, initial), what can change between two ticks (slots), and STEP.
 */
#include <time.h>

#include "il.h"
#include "tick.h"

/* Something outside of the tick changed a field before this tick; of a reference the value is the object's number. */
struct change
{
    int32_t tick;
    int32_t slot;
    int64_t value;
};

static int64_t now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void write_slot(const struct slot *slot, int64_t value)
{
    char *field = (char *)&world + slot->offset;
    if (slot->is_reference)
    {
        memcpy(field, &objects[value], sizeof objects[value]);
    }
    else
    {
        /* The low bytes come first: little-endian, as every processor that .NET runs on. */
        memcpy(field, &value, slot->size);
    }
}

static int64_t read_slot(const struct slot *slot)
{
    const char *field = (const char *)&world + slot->offset;
    int64_t value = 0;
    if (!slot->is_reference)
    {
        memcpy(&value, field, slot->size);
        return value;
    }

    void *object;
    memcpy(&object, field, sizeof object);
    while (objects[value] != object)
    {
        value++;
    }

    return value;
}

/*
 * A row of ticks is the time and the inputs; a row of outcomes is the outputs; end takes all slots after the last tick.
 * elapsed_ns takes the time of each stretch of ticks between two changes.
 */
void replay(const int64_t *ticks, int32_t tick_count, const struct change *changes, int32_t change_count,
    int64_t *outcomes, int64_t *end, int64_t *elapsed_ns)
{
    int32_t tick = 0;
    int32_t next = 0;
    memcpy(&world, &initial, sizeof world);
    while (tick < tick_count)
    {
        for (; next < change_count && changes[next].tick == tick; next++)
        {
            write_slot(&slots[changes[next].slot], changes[next].value);
        }

        int32_t stop = next < change_count ? changes[next].tick : tick_count;
        int64_t start_ns = now_ns();
        for (; tick < stop; tick++, ticks += 1 + INPUT_COUNT, outcomes += OUTPUT_COUNT)
        {
            take_inputs(ticks + 1);
            STEP(ticks[0]);
            give_outputs(outcomes);
        }

        *elapsed_ns++ = now_ns() - start_ns;
    }

    for (int32_t slot = 0; slot < SLOT_COUNT; slot++)
    {
        end[slot] = read_slot(&slots[slot]);
    }
}

int64_t world_bytes(void)
{
    return (int64_t)sizeof world;
}
